/// Pieces of a file that ends in a refusal where it grows beyond what is taken.
struct LimitedPieces<Base: AsyncSequence & Sendable>: AsyncSequence, Sendable where Base.Element == [UInt8] {
    let base: Base
    let limit: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        let limit: Int
        var count = 0

        mutating func next() async throws -> [UInt8]? {
            guard let piece = try await base.next() else { return nil }
            count += piece.count
            guard count <= limit else { throw Refusal("file.too-large", .tooLarge) }
            return piece
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: base.makeAsyncIterator(), limit: limit)
    }
}
