#!/bin/bash
# Has libFuzzer make up inputs for the harnesses of Tests/Fuzzing/Harnesses: run.sh HARNESS SECONDS, HARNESS being « all » or
# a name. What it finds goes to .build-fuzz/findings/, what reached further than the kept inputs to .build-fuzz/corpus/.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
chosen=$1
seconds=$2
build=.build-fuzz
here=Tests/Fuzzing

resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)",*$/\1/p')
PASSERELLE_FUZZER_RUNTIME=$(ls "$resources"/clang/lib/linux/libclang_rt.fuzzer_no_main-"$(uname -m)".a)
export PASSERELLE_FUZZER_RUNTIME
swift build -c release --scratch-path $build --sanitize=address --product fuzz --quiet >&2

[ "$chosen" = all ] && chosen=$(ls $here/Corpus)
# Swift's own report of a crash would hold up libFuzzer's; what is kept for the whole run is no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
found=0
for harness in $chosen; do
    findings=$build/findings/$harness
    corpus=$build/corpus/$harness
    log=$build/$harness.log
    mkdir -p "$findings" "$corpus"
    options=(-max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1)
    [ -f "$here/Dictionaries/$harness.dict" ] && options+=(-dict="$here/Dictionaries/$harness.dict")
    status=0
    FUZZ_HARNESS=$harness $build/release/fuzz "${options[@]}" -artifact_prefix="$findings/" \
        "$corpus" "$here/Corpus/$harness" >"$log" 2>&1 </dev/null || status=$?
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    edges=$(grep -o 'cov: [0-9]*' "$log" | tail -1 | cut -d' ' -f2)
    printf '%-10s %5s s  %9s executions  %6s edges  %5s inputs' \
        "$harness" "$seconds" "${executions:-0}" "${edges:-0}" "$(ls "$corpus" | wc -l)"
    if [ $status -eq 0 ]; then
        echo "  nothing found"
    else
        found=1
        echo "  FOUND SOMETHING"
        grep -m1 -E 'A promise is broken|^SUMMARY|Fatal error' "$log" || true
        input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
        echo "    again: SWIFT_BACKTRACE=enable=no FUZZ_HARNESS=$harness $build/release/fuzz ${input:-$findings/…}"
        echo "    to keep it once it is mended: cp ${input:-$findings/…} $here/Corpus/$harness/"
    fi
done
exit $found
