"""confluent-kafka against a broker: topics, transactions, offsets in transactions, readers of committed records."""

import sys
import uuid

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

servers = sys.argv[1]
source, sink = f"in-{uuid.uuid4()}", f"out-{uuid.uuid4()}"
admin = AdminClient({"bootstrap.servers": servers})
for future in admin.create_topics([NewTopic(source, 1, 1), NewTopic(sink, 1, 1)]).values():
    future.result(20)

plain = Producer({"bootstrap.servers": servers, "enable.idempotence": True, "compression.type": "gzip"})
for number in range(10):
    plain.produce(source, str(number), key="k")
assert plain.flush(20) == 0

consumer = Consumer(
    {"bootstrap.servers": servers, "group.id": f"g-{source}", "auto.offset.reset": "earliest", "enable.auto.commit": False}
)
consumer.subscribe([source])
copier = Producer({"bootstrap.servers": servers, "transactional.id": f"t-{source}"})
copier.init_transactions(20)


def copy(count, commits):
    copier.begin_transaction()
    position = None
    for _ in range(count):
        message = consumer.poll(20)
        assert message is not None and message.error() is None, message and message.error()
        copier.produce(sink, message.value(), key=message.key())
        position = message.offset() + 1
    copier.flush(20)
    copier.send_offsets_to_transaction(
        [TopicPartition(source, 0, position)], consumer.consumer_group_metadata(), 20
    )
    (copier.commit_transaction if commits else copier.abort_transaction)(20)


copy(4, True)
copy(3, False)
assert consumer.committed([TopicPartition(source, 0)], 20)[0].offset == 4
consumer.seek(TopicPartition(source, 0, 4))
copy(6, True)
assert consumer.committed([TopicPartition(source, 0)], 20)[0].offset == 10

zombie = copier
heir = Producer({"bootstrap.servers": servers, "transactional.id": f"t-{source}"})
heir.init_transactions(20)
try:
    zombie.begin_transaction()
    zombie.produce(sink, "zombie")
    zombie.commit_transaction(20)
    raise AssertionError("a fenced producer committed")
except KafkaException as error:
    assert error.args[0].code() in (KafkaError._FENCED, KafkaError.INVALID_PRODUCER_EPOCH), error


def read(isolation):
    reader = Consumer(
        {"bootstrap.servers": servers, "group.id": "r", "isolation.level": isolation, "enable.partition.eof": True}
    )
    reader.assign([TopicPartition(sink, 0, 0)])
    values = []
    while True:
        message = reader.poll(20)
        assert message is not None
        if message.error():
            assert message.error().code() == KafkaError._PARTITION_EOF, message.error()
            break
        values.append(message.value().decode())
    reader.close()
    return values


assert read("read_committed") == [str(n) for n in range(10)]
assert len(read("read_uncommitted")) >= 13
consumer.close()
for future in admin.delete_topics([source, sink]).values():
    future.result(20)
