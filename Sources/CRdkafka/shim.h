#ifndef CRDKAFKA_SHIM_H
#define CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

/*
 * Swift cannot call C functions with a variable number of arguments, nor does it see macros with casts in them.
 */

static const int32_t crdkafka_partition_unassigned = RD_KAFKA_PARTITION_UA;

/*
 * Produces one record. A null key or value is written as null, which for a value means a tombstone; an empty one
 * needs a pointer that is not null. On success librdkafka owns `headers`, else they remain the caller's.
 */
static inline rd_kafka_resp_err_t crdkafka_produce(
    rd_kafka_t *client,
    rd_kafka_topic_t *topic,
    int32_t partition,
    const void *key,
    size_t key_length,
    const void *value,
    size_t value_length,
    rd_kafka_headers_t *headers,
    void *opaque
) {
    if (headers == NULL)
        return rd_kafka_producev(
            client,
            RD_KAFKA_V_RKT(topic),
            RD_KAFKA_V_PARTITION(partition),
            RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
            RD_KAFKA_V_KEY(key, key_length),
            RD_KAFKA_V_VALUE((void *)value, value_length),
            RD_KAFKA_V_OPAQUE(opaque),
            RD_KAFKA_V_END);
    return rd_kafka_producev(
        client,
        RD_KAFKA_V_RKT(topic),
        RD_KAFKA_V_PARTITION(partition),
        RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
        RD_KAFKA_V_KEY(key, key_length),
        RD_KAFKA_V_VALUE((void *)value, value_length),
        RD_KAFKA_V_OPAQUE(opaque),
        RD_KAFKA_V_HEADERS(headers),
        RD_KAFKA_V_END);
}

#endif
