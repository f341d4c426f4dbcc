import Foundation
import FuzzHarnesses

/// libFuzzer's own main function (LLVM, `FuzzerInterface.h`): it reads its options and calls back with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ takeInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Which harness runs: from the environment, since libFuzzer starts itself again with its own options alone.
private let harness = Harness(rawValue: ProcessInfo.processInfo.environment["FUZZ_HARNESS"] ?? "")
guard harness != nil else {
    let names = Harness.allCases.map(\.rawValue).joined(separator: ", ")
    print("Set FUZZ_HARNESS to one of \(names), or use « make fuzz ».")
    exit(64)
}

try Harness.prepare()

private var argumentCount = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
exit(
    runDriver(&argumentCount, &arguments) { data, size in
        do {
            try harness?.run(Array(UnsafeBufferPointer(start: data, count: size)))
        } catch {
            print("A promise is broken: \(error)")
            abort()
        }
        return 0
    })
