import Disclosure
import Mandate
import Pack
import Record

extension Resource {
    static let withholdings = Resource(
        name: "withholdings", type: Kind.Withholding.type, filters: ["state", "item"],
        properties: [
            .init("state", .string()), .init("item", .string()), .init("from", .string()),
            .init("reason", .nullable(.map(.string()))), .init("status", .code(["standing", "lifted"])),
            .init("paragraphs", .array(.string())),
        ], computed: [], page: { "/withholdings/\($0)" },
        list: { reader, query in
            try Listing(
                of: reader.withholdings(state: query["state"], item: query["item"]).map { $0.json(reader) },
                query)
        },
        one: { reader, id in try reader.withholding(id)?.json(reader) })

    static let releases = Resource(
        name: "releases", type: Kind.Release.type, filters: ["state", "item"],
        properties: [
            .init("state", .string()), .init("items", .array(.string())), .init("releasedTo", .string()),
            .init("ground", .string()), .init("consultedOn", .nullable(.date)),
            .init("reference", .nullable(.string())), .init("status", .code(["open", "ended"])),
            .init("paragraphs", .array(.string())),
        ], computed: [], page: { "/releases/\($0)" },
        list: { reader, query in
            try Listing(
                of: reader.releases(state: query["state"], item: query["item"]).map { $0.json(reader) }, query
            )
        },
        one: { reader, id in try reader.release(id)?.json(reader) })
}

extension Reader {
    /// The paragraphs on which an authority rests on this reader's day.
    fileprivate func ground(_ authority: String) -> JSONValue {
        .array((pack?.authority(authority, on: asOf.day.description) ?? []).map { .string($0) })
    }
}

extension WithholdingView {
    fileprivate func json(_ reader: Reader) -> JSONValue {
        .object([
            "id": .string(id), "state": .string(state), "item": .string(item), "from": .string(from.code),
            "reason": reason?.json ?? .null, "status": .string(isLifted ? "lifted" : "standing"),
            "paragraphs": reader.ground("withholding.ask"),
        ])
    }
}

extension ReleaseView {
    fileprivate func json(_ reader: Reader) -> JSONValue {
        .object([
            "id": .string(id), "state": .string(state), "items": .array(items.map { .string($0) }),
            "releasedTo": .string(audience.code), "ground": .string(ground),
            "consultedOn": .optional(consultedOn?.description), "reference": .optional(reference),
            "status": .string(isEnded ? "ended" : "open"), "paragraphs": reader.ground("release.open"),
        ])
    }
}
