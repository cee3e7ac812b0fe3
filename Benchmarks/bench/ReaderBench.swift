import Mandate

/// The mandate reader: one resolution, and how its time grows.
struct ReaderBench {
    let texts: ResolutionTexts

    func figures() -> [Figure] {
        let one = Stopwatch.best(of: 20) { _ = ResolutionReader.read(texts.one) }
        let small = texts.text(ofBytes: 2_000_000)
        let large = texts.text(ofBytes: 20_000_000)
        let smallTime = Stopwatch.best(of: 3) { _ = ResolutionReader.read(small) }
        let largeTime = Stopwatch.best(of: 2) { _ = ResolutionReader.read(large) }
        let growth = (largeTime / Double(large.count)) / (smallTime / Double(small.count))
        return [
            Figure(
                name: "reader: resolution 2617", target: "< 20 ms", measured: "\((one * 1_000).plain(1)) ms",
                ratio: nil, holds: one < 0.020),
            Figure(
                name: "reader: 20 MB, time per byte against 2 MB", target: "<= 1.50",
                measured: "\(largeTime.plain(2)) s, \(smallTime.plain(2)) s", ratio: growth,
                holds: growth <= 1.5),
        ]
    }

    /// In a process of its own, since what a process once held counts.
    func memory(megabytes: Int) throws -> Figure {
        let text = texts.text(ofBytes: megabytes * 1_000_000)
        let before = try Memory.peakBytes()
        let reading = ResolutionReader.read(text)
        let used = Double(try Memory.peakBytes() - before)
        let ratio = used / Double(text.count)
        return Figure(
            name: "reader: memory on \(megabytes) MB (\(reading.operative.count) paragraphs)",
            target: "< 10 x text", measured: "\((used / 1e6).plain(0)) MB", ratio: ratio, holds: ratio < 10)
    }
}
