import Foundation

extension String {
    /// The first scalar of the canonical decomposition, where the rest are marks.
    var decomposedForSearch: Unicode.Scalar? { decomposedStringWithCanonicalMapping.unicodeScalars.first }
}

/// Traditional characters as simplified ones, so that 決定 finds 决定 and the other way about.
enum ChineseVariants {
    /// One to one, by the transform that Foundation's ICU holds, made on first use for the basic block.
    static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
        var map: [Unicode.Scalar: Unicode.Scalar] = [:]
        let block = String(String.UnicodeScalarView((0x4E00...0x9FFF).compactMap(Unicode.Scalar.init)))
        let transformed = block.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? block
        guard transformed.unicodeScalars.count == block.unicodeScalars.count else { return map }
        for (from, to) in zip(block.unicodeScalars, transformed.unicodeScalars) where from != to {
            map[from] = to
        }
        return map
    }()
}
