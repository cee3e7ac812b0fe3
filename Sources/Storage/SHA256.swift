/// SHA-256 (FIPS 180-4) for digests of rows, migrations and copies, none of which is a secret.
struct SHA256 {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    /// Lower-case hex of the hash of some bytes.
    static func hex(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hex(of: hash.finish())
    }

    static func hex(of hash: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    mutating func update(_ bytes: [UInt8]) {
        length += UInt64(bytes.count)
        pending += bytes
        guard pending.count >= 64 else { return }
        let whole = pending.count / 64 * 64
        pending.withUnsafeBufferPointer { buffer in
            for start in stride(from: 0, to: whole, by: 64) {
                Self.compress(UnsafeBufferPointer(rebasing: buffer[start..<(start + 64)]), into: &state)
            }
        }
        pending.removeFirst(whole)
    }

    mutating func finish() -> [UInt8] {
        let bits = length * 8
        update([0x80] + [UInt8](repeating: 0, count: (119 - pending.count) % 64))
        update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }

    /// The hash of what came so far; more may come.
    func finished() -> [UInt8] {
        var copy = self
        return copy.finish()
    }

    private static func compress(_ block: UnsafeBufferPointer<UInt8>, into state: inout [UInt32]) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for index in 0..<16 {
                let at = index * 4
                schedule[index] =
                    UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16 | UInt32(block[at + 2]) << 8
                    | UInt32(block[at + 3])
            }
            for index in 16..<64 {
                let (early, late) = (schedule[index - 15], schedule[index - 2])
                let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
                let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
                schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            constants.withUnsafeBufferPointer { constants in
                for index in 0..<64 {
                    let high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
                    let first = h &+ high &+ ((e & f) ^ (~e & g)) &+ constants[index] &+ schedule[index]
                    let low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
                    let second = low &+ ((a & b) ^ (a & c) ^ (b & c))
                    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
                }
            }
            for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
        }
    }

    @inline(__always) private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    /// The fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map(cubeRootFraction)
    }()

    /// The first 32 bits behind the point of a small number's cube root: floor(cbrt(n) · 2³²), modulo 2³².
    private static func cubeRootFraction(_ number: UInt64) -> UInt32 {
        var root: UInt64 = 0
        for bit in stride(from: UInt64(35), through: 0, by: -1) {
            let trial = root | 1 << bit
            // trial³ ≤ number · 2⁹⁶, in 128 bits.
            let square = UInt128(trial) * UInt128(trial)
            let (cube, overflow) = square.multipliedReportingOverflow(by: UInt128(trial))
            if !overflow, cube <= UInt128(number) << 96 { root = trial }
        }
        return UInt32(truncatingIfNeeded: root)
    }
}
