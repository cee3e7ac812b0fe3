import Foundation

extension String {
    /// Where some words stand, whatever their case and marks.
    func range(ofFolded words: String) -> Range<String.Index>? {
        range(of: words, options: [.caseInsensitive, .diacriticInsensitive])
    }
}
