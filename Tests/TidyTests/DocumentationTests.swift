import Foundation
import Registry
import Testing

/// Whoever reads docs/ finds every act and every address that programs use.
@Suite struct DocumentationTests {
    static let docs: String = {
        let folder = SwiftSource.root.appending(path: "docs").resolvingSymlinksInPath()
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
            FileManager.default.contents(atPath: "\(folder.path)/\(path)").map {
                String(decoding: $0, as: UTF8.self)
            }
        }.joined(separator: "\n")
    }()

    @Test func `every act is in docs`() {
        let missing = Catalogue.standard.all.map { $0.kind.rawValue }.filter {
            !Self.docs.contains("`\($0)`")
        }
        #expect(missing == [], "say in docs/ who performs it, when, and what it changes")
    }

    @Test func `every resource and every address of the API is in docs`() {
        let named = Resource.all.map(\.name).filter { !Self.docs.contains("`\($0)`") }
        #expect(named == [])
        let templates = SwiftSource.all.filter { $0.target == "Site" }
            .flatMap { $0.statements.matches(of: /"(\/api\/v1\/[a-z\-]+)/).map { String($0.1) } }
        let missing = Set(templates).filter { template in
            let name = template.split(separator: "/").last.map(String.init) ?? ""
            return !Self.docs.contains("`\(name)`") && !Self.docs.contains(template)
                && !Self.docs.contains("`\(name)?")
        }
        #expect(missing.sorted() == [])
    }
}
