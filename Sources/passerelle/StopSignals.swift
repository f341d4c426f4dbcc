import Foundation
import ServiceLifecycle
import Synchronization

/// A command that lasts until it is told to stop, and for which that is no failure: SIGTERM and SIGINT end it with status 0
/// at any moment, its first included.
protocol StopsOnSignals: SendableMetatype {}

/// SIGTERM and SIGINT: the wish that the process stops. None is lost, from the first statement of the program on.
///
/// A wish that comes while the process starts ends the start at once: nothing was taken from anybody, and files are written
/// so that they can be left at any moment. Once there is something to finish, ``StopsInOrder`` passes wishes on.
enum StopSignals {
    private static let signals = [SIGTERM, SIGINT]
    /// Where wishes are written as bytes; below 0 while they end the process.
    private static let wishes = Atomic<Int32>(-1)
    /// How the terminal was before a line editor changed it.
    private static let terminal: termios? = {
        var terminal = termios()
        return tcgetattr(STDIN_FILENO, &terminal) == 0 ? terminal : nil
    }()

    /// Lets no signal through until it is known what it means: a wish that comes meanwhile waits.
    static func hold() { mask(SIG_BLOCK) }

    /// Lets signals through, with the meaning that they have for every program.
    static func letThrough() { mask(SIG_UNBLOCK) }

    /// Makes the signals wishes to stop, and lets them through.
    static func take() {
        // What the handler reads is made before it can run.
        _ = (wishes.load(ordering: .relaxed), terminal)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { StopSignals.stop($0) }
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART))
        for signal in signals { sigaction(signal, &action, nil) }
        letThrough()
    }

    /// From here on a wish comes out of the sequence, as the signal that it is, rather than ending the process.
    static func inOrder() -> AsyncStream<Int32> {
        let pipe = Pipe()
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        wishes.store(dup(pipe.fileHandleForWriting.fileDescriptor), ordering: .sequentiallyConsistent)
        Thread.detachNewThread {
            while case let wishes = pipe.fileHandleForReading.availableData, !wishes.isEmpty {
                for wish in wishes { continuation.yield(Int32(wish)) }
            }
        }
        return stream
    }

    /// Ends the process at once, with the terminal as it was.
    static func leave() -> Never {
        if var terminal { tcsetattr(STDIN_FILENO, TCSANOW, &terminal) }
        _exit(0)
    }

    /// What a signal does. Only what POSIX calls safe in a signal handler is called here.
    private static func stop(_ signal: Int32) {
        let descriptor = wishes.load(ordering: .sequentiallyConsistent)
        guard descriptor < 0 else {
            let error = errno
            var byte = UInt8(truncatingIfNeeded: signal)
            write(descriptor, &byte, 1)
            errno = error
            return
        }
        leave()
    }

    private static func mask(_ operation: Int32) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(operation, &set, nil)
    }
}

/// Ends when the process is told to stop, and with it the group of services that it is part of.
struct StopsInOrder: Service {
    private let wishes = StopSignals.inOrder()

    func run() async {
        await cancelWhenGracefulShutdown {
            for await _ in wishes { return }
        }
    }
}

extension ServiceGroupConfiguration.ServiceConfiguration {
    /// The service that shuts its group down in order once the process is told to stop.
    static var stopsInOrder: Self {
        .init(service: StopsInOrder(), successTerminationBehavior: .gracefullyShutdownGroup)
    }
}
