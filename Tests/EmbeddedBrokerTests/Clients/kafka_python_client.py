"""kafka-python against a broker: topics, producing, groups, committed offsets, offsets by time."""

import sys
import time
import uuid

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import NewTopic

servers = sys.argv[1]
topic = f"t-{uuid.uuid4()}"
admin = KafkaAdminClient(bootstrap_servers=servers)
admin.create_topics([NewTopic(topic, num_partitions=2, replication_factor=1)])

producer = KafkaProducer(bootstrap_servers=servers, acks="all")
for number in range(10):
    producer.send(topic, str(number).encode(), key=str(number % 2).encode(), partition=number % 2).get(20)
producer.close()


def read(count):
    consumer = KafkaConsumer(
        topic, bootstrap_servers=servers, group_id="g", auto_offset_reset="earliest", enable_auto_commit=False
    )
    values = []
    limit = time.monotonic() + 30
    while len(values) < count and time.monotonic() < limit:
        for messages in consumer.poll(timeout_ms=500).values():
            values += [message.value.decode() for message in messages]
    consumer.commit()
    return consumer, values


consumer, values = read(10)
assert sorted(values, key=int) == [str(n) for n in range(10)], values
partition = TopicPartition(topic, 0)
assert consumer.committed(partition) == 5
assert consumer.beginning_offsets([partition])[partition] == 0
assert consumer.end_offsets([partition])[partition] == 5
assert consumer.offsets_for_times({partition: 0})[partition].offset == 0
consumer.close()
admin.delete_topics([topic])
admin.close()
