"""Asks questions of several instances while they, and the brokers, are disturbed; then counts what came of each question.

    chaos.py PASSERELLE SECONDS SEED

Environment:
    PASSERELLE_CHAOS_BOOTSTRAP_SERVERS  the Kafka cluster to work on; one embedded broker is started if it is not set
    PASSERELLE_CHAOS_BROKER_STOP        a shell command that stops the broker whose number follows it
    PASSERELLE_CHAOS_BROKER_START       a shell command that starts that broker again
    PASSERELLE_CHAOS_BROKERS            how many brokers there are (3), numbered from 1
    PASSERELLE_CHAOS_MOVE_LEADERS       a shell command that gives partitions other leaders

Ends with status 1 if a promise is broken. Logs of the instances stay in the folder that it names.
"""

import atexit
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict

from confluent_kafka import OFFSET_BEGINNING, Consumer, Producer, TopicPartition

PASSERELLE, SECONDS, SEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
CONVERSATIONS, PARTITIONS, INSTANCES, PUMPS, PER_SECOND = 150, 8, 3, 2, 60
SAID = [
    "Bonjour", "C'est quoi B Corp?", "et le coût?", "2", "suite", "What is EcoVadis?", "Quelles actions prioritaires?",
    "Je veux remplir le questionnaire.", "Boréal inc.", "retour", "résumé", "-9223372036854775808", "blabla zzz",
]
POISON = [b"no JSON", b"[]", b"\xff\xfe", b'{"text":1}', b"{}"]
random.seed(SEED)
folder = tempfile.mkdtemp(prefix="passerelle-chaos-")
run = f"chaos-{SEED}-{int(time.time())}"
done = Counter()


class Process:
    """A program that is started, killed and started again, with a log of its own."""

    def __init__(self, name, arguments, environment=None):
        self.name, self.arguments, self.child = name, arguments, None
        atexit.register(self.end_with_this)
        self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", **(environment or {})}

    def start(self):
        with open(f"{folder}/{self.name}.log", "ab") as log:
            self.child = subprocess.Popen(
                [PASSERELLE, *self.arguments], stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self.environment)

    def kill(self):
        self.child.kill()
        self.child.wait()

    def stop(self):
        """Asks it to stop, which it must do within ten seconds and with status 0."""
        began = time.monotonic()
        self.child.terminate()
        try:
            status = self.child.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            status = "none"
        if status != 0 or time.monotonic() - began > 11:
            done["stops too late or with another status than 0"] += 1
            print(f"{self.name} stopped with status {status} after {time.monotonic() - began:.1f} s", flush=True)

    @property
    def has_died(self):
        return self.child.poll() is not None

    def end_with_this(self):
        if self.child and not self.has_died:
            self.kill()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_for_port(port):
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
    sys.exit(f"The embedded broker does not listen; see {folder}.")


servers = os.environ.get("PASSERELLE_CHAOS_BOOTSTRAP_SERVERS")
broker = None
if not servers:
    port = free_port()
    servers = f"127.0.0.1:{port}"
    broker = Process("broker", ["broker", "--port", str(port), "--data", f"{folder}/data"])
    broker.start()
    wait_for_port(port)

topics = {name: f"{run}.{name}" for name in
          ("questions", "replies", "conversations", "submissions", "handoffs", "insights", "dead-letters")}
configuration = f"{folder}/passerelle.yaml"
with open(configuration, "w") as file:
    json.dump({
        "kafka": {"bootstrap-servers": servers},
        "service": {"group": run, "pumps": PUMPS},
        "routes": [{"name": "public", **{name: topics[name] for name in ("questions", "replies", "conversations")}}],
        "topics": {**{name: topics[name] for name in ("submissions", "handoffs", "insights", "dead-letters")},
                   "partitions": PARTITIONS, "replication-factor": 1 if broker else 3},
    }, file)
subprocess.run([PASSERELLE, "topics", "create", "--config", configuration], check=True, stdout=subprocess.DEVNULL)
instances = [Process(f"instance-{number}", ["serve", "--config", configuration],
                     {"PASSERELLE_SERVICE_INSTANCE": str(number)}) for number in range(INSTANCES)]
for instance in instances:
    instance.start()

# What was asked: the ids of each conversation in order, and the poison by id.
asked, poison, is_over = defaultdict(list), {}, threading.Event()


def ask():
    dice = random.Random(SEED + 1)
    producer = Producer({"bootstrap.servers": servers, "enable.idempotence": True, "linger.ms": 5, "log_level": 0})
    number = 0
    while not is_over.is_set():
        number += 1
        if number % 50 == 0:
            key, identity, value = "poison", f"poison-{number}", dice.choice(POISON)
            poison[identity] = value
        else:
            key = f"conversation-{dice.randrange(CONVERSATIONS)}"
            identity = f"{key}-{number}"
            value = json.dumps({"text": dice.choice(SAID)}).encode()
            asked[key].append(identity)
        headers = {"ce_specversion": "1.0", "ce_id": identity, "ce_source": "/chaos", "ce_type": "passerelle.question.v1"}
        producer.produce(topics["questions"], value, key=key, headers=headers)
        producer.poll(0)
        is_over.wait(1 / PER_SECOND)
    if producer.flush(120) > 0:
        sys.exit("Not every question could be written: the brokers do not answer.")


def stranger_joins():
    strategy = random.choice(["cooperative-sticky", "roundrobin", "range"])
    stranger = Consumer({
        "bootstrap.servers": servers, "group.id": run, "partition.assignment.strategy": strategy,
        "enable.auto.commit": False, "session.timeout.ms": 6000, "log_level": 0})
    stranger.subscribe([topics["questions"]])
    for _ in range(random.randrange(10, 40)):
        stranger.poll(0.1)
    stranger.close()


def broker_is_disturbed():
    if broker:
        broker.kill()
        time.sleep(random.uniform(0, 2))
        broker.start()
        return wait_for_port(port)
    number = random.randrange(1, int(os.environ.get("PASSERELLE_CHAOS_BROKERS", 3)) + 1)
    for command in ("STOP", "START"):
        subprocess.run(f"{os.environ[f'PASSERELLE_CHAOS_BROKER_{command}']} {number}", shell=True, check=True)
        time.sleep(random.uniform(1, 10))


def leaders_are_moved():
    subprocess.run(os.environ["PASSERELLE_CHAOS_MOVE_LEADERS"], shell=True, check=True)


def instance_is_killed():
    instance = random.choice(instances)
    instance.kill()
    time.sleep(random.uniform(0, 8))
    instance.start()


def instance_is_stopped():
    instance = random.choice(instances)
    instance.stop()
    time.sleep(random.uniform(0, 3))
    instance.start()


disturbances = [instance_is_killed, instance_is_killed, instance_is_stopped, stranger_joins]
if broker or "PASSERELLE_CHAOS_BROKER_STOP" in os.environ:
    disturbances.append(broker_is_disturbed)
if "PASSERELLE_CHAOS_MOVE_LEADERS" in os.environ:
    disturbances.append(leaders_are_moved)

asking = threading.Thread(target=ask)
asking.start()
end = time.monotonic() + SECONDS
while time.monotonic() < end:
    time.sleep(random.uniform(1, 6))
    disturbance = random.choice(disturbances)
    disturbance()
    done[disturbance.__name__.replace("_", " ")] += 1
    for instance in instances:
        if instance.has_died:
            done["instances that died of themselves"] += 1
            print(f"{instance.name} ended with status {instance.child.returncode}", flush=True)
            instance.start()
is_over.set()
asking.join()


def records(topic, wanted):
    """All committed records of a topic, once there are as many as wanted and no more come, or after two minutes without one."""
    reader = Consumer({"bootstrap.servers": servers, "group.id": f"{run}-reader", "isolation.level": "read_committed",
                       "enable.auto.commit": False, "log_level": 0})
    reader.assign([TopicPartition(topics[topic], partition, OFFSET_BEGINNING) for partition in range(PARTITIONS)])
    found, last = [], time.monotonic()
    while time.monotonic() - last < (5 if len(found) >= wanted else 120):
        message = reader.poll(0.5)
        if message is not None and not message.error():
            found.append(message)
            last = time.monotonic()
    reader.close()
    return found


questions = sum(map(len, asked.values()))
replies = records("replies", questions)
letters = records("dead-letters", len(poison))
for instance in instances:
    instance.stop()
if broker:
    broker.child.send_signal(signal.SIGTERM)
    broker.child.wait(30)

answered, sequences = defaultdict(list), defaultdict(list)
for message in sorted(replies, key=lambda message: (message.partition(), message.offset())):
    reply = json.loads(message.value())
    answered[reply["conversation"]].append(reply["question"]["id"])
    sequences[reply["conversation"]].append(reply["sequence"])
letter_ids = Counter(dict(message.headers())["ce_id"].decode() for message in letters)
broken = {
    "questions without a reply": questions - len({i for ids in answered.values() for i in ids}),
    "replies doubled": sum(len(ids) - len(set(ids)) for ids in answered.values()),
    "conversations with replies out of order":
        sum(list(dict.fromkeys(answered[key])) != [i for i in ids if i in set(answered[key])] for key, ids in asked.items()),
    "conversations that began anew or skipped a number":
        sum(numbers != list(range(1, len(numbers) + 1)) for numbers in sequences.values()),
    "poison without a dead letter": len(poison.keys() - letter_ids.keys()),
    "dead letters of what is no poison": sum(count for i, count in letter_ids.items() if i not in poison),
    "dead letters doubled": sum(count - 1 for count in letter_ids.values()),
    "dead letters with other bytes":
        sum(poison.get(dict(message.headers())["ce_id"].decode(), message.value()) != message.value() for message in letters),
    "instances that died of themselves": done.pop("instances that died of themselves", 0),
    "stops too late or with another status than 0": done.pop("stops too late or with another status than 0", 0),
}
rows = {"seconds": SECONDS, "seed": SEED, "conversations": len(asked), "questions": questions, "replies": len(replies),
        "poison": len(poison), "dead letters": len(letters), **done, **broken}
for name, count in rows.items():
    print(f"{name:<52}{count:>8}" + ("  BROKEN" if name in broken and count else ""))
print(f"logs: {folder}")
sys.exit(1 if any(broken.values()) else 0)
