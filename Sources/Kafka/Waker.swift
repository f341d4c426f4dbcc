import CRdkafka
import Synchronization

/// Ends the poll that a client waits in, from any thread.
public final class Waker: Sendable {
    private let queue: Mutex<Queue>

    /// The queue that the client's polls wait on; nil once the client is closed.
    private struct Queue: @unchecked Sendable {
        // An OpaquePointer is not Sendable. This one is only used under the mutex, and librdkafka's queues are
        // thread-safe themselves.
        var pointer: OpaquePointer?
    }

    /// Takes over a reference to a queue.
    init(taking queue: OpaquePointer?) {
        self.queue = Mutex(Queue(pointer: queue))
    }

    deinit {
        invalidate()
    }

    /// Ends the poll in progress, or else the next one, at once.
    public func wake() {
        queue.withLock { queue in
            if let pointer = queue.pointer { rd_kafka_queue_yield(pointer) }
        }
    }

    /// Gives the queue back: librdkafka wants every reference back before a client is closed.
    func invalidate() {
        queue.withLock { queue in
            if let pointer = queue.pointer { rd_kafka_queue_destroy(pointer) }
            queue.pointer = nil
        }
    }
}
