/// A fault as a careless change might bring it: alters an answer by what its receiver may not see.
struct Leak: Sendable {
    let alter: @Sendable (Asked, Answer, TwinWorld, Inhabitant) async throws -> Answer
}
