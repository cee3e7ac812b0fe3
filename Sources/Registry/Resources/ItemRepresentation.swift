import Disclosure
import Mandate
import Pack
import Record
import Storage

extension Reader {
    /// Items as programs see them, without `type`, `version` and `url`: a few statements however many items.
    func representations(of items: [ItemView]) throws -> [JSONValue] {
        guard !items.isEmpty else { return [] }
        let around = try ItemSurroundings(items, self)
        return items.map { around.representation(of: $0) }
    }
}

/// What stands around items: links, of which each shows only where both ends do, paragraphs, what lies under them.
private struct ItemSurroundings {
    private let visible: Set<String>
    private let sources: [String: [String]]
    private let paragraphs: [String: [String]]
    private let children: [String: [ItemView]]
    private let ofCase: [String]
    /// When what is said at a question was said.
    private let times: [String: Instant]

    init(_ items: [ItemView], _ reader: Reader) throws {
        let ids = items.map(\.id)
        let linked = Array(Set(items.flatMap { [$0.assessment, $0.parent] }.filter { !$0.isEmpty })).sorted()
        visible = Set(
            try reader.select("SELECT id FROM visible_item WHERE id IN (:list)", list: linked)
                .map { try $0.get("id", as: String.self) })
        sources = try reader.sources(of: ids)
        let codes = Array(Set(items.map(\.requirement).filter { !$0.isEmpty })).sorted()
        paragraphs = Dictionary(
            uniqueKeysWithValues: try reader.requirements(codes).map { ($0.code, $0.paragraphs) })
        let under: Set<ItemType> = [.recommendation, .observation, .circulation, .answer, .request]
        children =
            items.contains { under.contains($0.type) }
            ? Dictionary(grouping: try reader.items(underAny: ids), by: \.parent) : [:]
        times = try reader.entryTimes(of: items.filter { $0.type == .remark })
        ofCase =
            reader.pack?.authority("assessment.conduct", on: reader.asOf.day.description) ?? []
    }

    func representation(of item: ItemView) -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": .string(item.id), "state": .string(item.state),
            "assessment": .optional(visible.contains(item.assessment) ? item.assessment : nil),
            "themes": .array(item.theme.isEmpty ? [] : [.string(item.theme)]),
            "paragraphs": .array((paragraphs[item.requirement] ?? ofCase).map { .string($0) }),
        ]
        if let reach = item.reach {
            fields["audience"] = .string(reach.audience.code)
            fields["openToState"] = .bool(reach.isWithState)
            fields["withheld"] = .bool(reach.withheldFrom != nil)
        }
        if ItemType.translated.contains(item.type) {
            fields["original"] = .optional(item.translations?.original)
            fields["translations"] =
                item.translations.map {
                    .object($0.others.mapValues { .string($0.status.rawValue) })
                } ?? .null
        }
        return .object(fields.merging(own(item)) { $1 })
    }

    private func stages(_ item: ItemView, _ value: JSONValue) -> [String: JSONValue] {
        [
            "cycle": item.detail["cycle"] ?? .null, "stage": value,
            "historic": item.detail["historic"] ?? .bool(false),
            "adoptedOn": item.detail["adoptedOn"] ?? .null,
            "questionnaire": item.detail["questionnaire"] ?? .null,
            "edition": item.detail["edition"] ?? .null,
            "visited": .bool(item.text("visited") == "yes"),
            "stateDueOn": item.detail["stateDueOn"] ?? .null,
            "coverage": item.detail["coverage"] ?? .null,
        ]
    }

    private func own(_ item: ItemView) -> [String: JSONValue] {
        let text = item.body?.json ?? .null
        let value = JSONValue.optional(item.value)
        let requirement = JSONValue.string(item.requirement)
        let parent = JSONValue.optional(visible.contains(item.parent) ? item.parent : nil)
        switch item.type {
        case .assessment: return stages(item, value)
        case .answer: return answer(item, value, text)
        case .rating:
            return [
                "requirement": requirement, "value": value, "basis": text,
                "confidence": item.detail["confidence"] ?? .null, "reader": item.detail["reader"] ?? .null,
            ]
        case .position: return ["requirement": requirement, "value": value]
        case .finding: return finding(item, requirement, text)
        case .recommendation: return recommendation(item, requirement, value, text)
        case .overview: return ["text": text, "quotes": links(item)]
        case .observation: return observation(item, parent, value, text)
        case .circulation: return circulation(item, value)
        case .measure:
            return [
                "requirement": requirement, "text": text, "recommendation": parent, "status": value,
                "takenOn": item.detail["takenOn"] ?? .null, "office": item.note?.json ?? .null,
                "progress": item.detail["progress"] ?? .null,
            ]
        case .consultation:
            return ["text": text, "status": value, "heldOn": item.detail["heldOn"] ?? .null]
        case .notice:
            return [
                "status": value, "items": item.detail["items"] ?? .array([]),
                "opensTo": item.detail["audience"] ?? .null, "opensOn": item.detail["opensOn"] ?? .null,
            ]
        case .communication: return communication(item, parent, value, text)
        case .evidence: return evidence(item, parent, value, text)
        case .request: return request(item, value, text)
        case .requestPoint, .requestReply, .requestTime:
            return ofRequest(item, parent, value, text)
        case .calibration, .calibrationUnit, .calibrationSeat, .calibrationRating:
            return calibration(item, parent, value, text)
        case .absence, .nationality, .secondReading:
            return item.detail.merging(["status": value]) { $1 }
        case .remark: return remark(item, text)
        case .decision, .followUp, .objection, .source, .step, .rewording, .assignment:
            return ["value": value, "text": text]
        }
    }

    private func remark(_ item: ItemView, _ text: JSONValue) -> [String: JSONValue] {
        [
            "question": .string(item.question), "text": text, "by": .string(item.room),
            "author": .optional(item.author.isEmpty ? nil : item.author),
            "named": item.detail["named"] ?? .null, "at": .optional(times[item.id]?.description),
        ]
    }

    private func calibration(
        _ item: ItemView, _ parent: JSONValue, _ value: JSONValue, _ text: JSONValue
    ) -> [String: JSONValue] {
        switch item.type {
        case .calibration:
            [
                "title": text, "status": value, "questionnaire": item.detail["questionnaire"] ?? .null,
                "dueOn": item.detail["dueOn"] ?? .null,
            ]
        case .calibrationSeat:
            ["calibration": parent, "person": item.detail["person"] ?? .null, "status": value]
        default:
            [
                "calibration": parent, "requirement": .string(item.requirement), "text": text,
                "agreed": value,
                "conclusion": item.note?.json ?? .null, "counts": item.detail["counts"] ?? .null,
            ]
        }
    }

    private func communication(
        _ item: ItemView, _ parent: JSONValue, _ value: JSONValue, _ text: JSONValue
    ) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "status": value, "text": text, "signatory": item.note?.json ?? .null, "answers": parent,
        ]
        for key in [
            "direction", "office", "form", "template", "reference", "theirReference", "language", "datedOn",
            "signedOn",
        ] {
            fields[key] = item.detail[key] ?? .null
        }
        return fields
    }

    private func evidence(
        _ item: ItemView, _ parent: JSONValue, _ value: JSONValue, _ text: JSONValue
    ) -> [String: JSONValue] {
        [
            "item": parent, "name": value, "title": text, "source": item.note?.json ?? .null,
            "datedOn": item.detail["datedOn"] ?? .null, "sha256": item.detail["sha256"] ?? .null,
            "size": item.text("size").flatMap { Int64($0) }.map { .integer($0) } ?? .null,
            "mediaType": .optional(item.fileFormat?.mediaType),
        ]
    }

    private func finding(_ item: ItemView, _ requirement: JSONValue, _ text: JSONValue) -> [String: JSONValue]
    {
        [
            "requirement": requirement, "text": text, "sort": item.detail["sort"] ?? .null,
            "replies": links(item),
        ]
    }

    private func ofRequest(
        _ item: ItemView, _ parent: JSONValue, _ value: JSONValue, _ text: JSONValue
    ) -> [String: JSONValue] {
        [
            "assessment": .null, "request": parent, "status": value, "text": text,
            "number": Int64(item.question).map { .integer($0) } ?? .null,
        ]
    }

    private func request(_ item: ItemView, _ value: JSONValue, _ text: JSONValue) -> [String: JSONValue] {
        let whole = RequestView(item, children[item.id] ?? [])
        var fields: [String: JSONValue] = [
            "assessment": .null, "status": value, "text": text,
            "requirement": .optional(item.requirement.isEmpty ? nil : item.requirement),
            "remark": item.note?.json ?? .null, "moreTime": .optional(whole.moreTime?.value),
            "questions": .array(
                whole.points.map { point, reply in
                    .object([
                        "id": .string(point.id),
                        "number": Int64(point.question).map { .integer($0) } ?? .null,
                        "text": point.body?.json ?? .null, "reply": reply?.body?.json ?? .null,
                        "replyId": .optional(reply?.id),
                    ])
                }),
        ]
        for key in ["sentOn", "dueOn", "answeredOn"] { fields[key] = item.detail[key] ?? .null }
        return fields
    }

    private func links(_ item: ItemView) -> JSONValue {
        .array((sources[item.id] ?? []).map { .string($0) })
    }

    private func recommendation(
        _ item: ItemView, _ requirement: JSONValue, _ value: JSONValue, _ text: JSONValue
    ) -> [String: JSONValue] {
        let status = children[item.id]?.first { $0.type == .followUp }?.value
        return [
            "requirement": requirement, "text": text, "priority": value,
            "assistanceNeeded": .bool(item.text("assistance") == "yes"),
            "addressee": item.note?.json ?? .null, "findings": links(item), "status": .optional(status),
        ]
    }

    private func observation(
        _ item: ItemView, _ parent: JSONValue, _ value: JSONValue, _ text: JSONValue
    ) -> [String: JSONValue] {
        let decision = children[item.id]?.first { $0.type == .decision }
        let rewording = children[item.id]?.first { $0.type == .rewording }
        return [
            "item": parent, "quoted": item.note?.json ?? .null, "text": text, "status": value,
            "outcome": .optional(decision?.value), "reason": decision?.body?.json ?? .null,
            "position": item.detail["position"] ?? .null, "was": rewording?.note?.json ?? .null,
            "is": rewording?.body?.json ?? .null,
        ].merging(step(under: item)) { $1 }
    }

    private func answer(_ item: ItemView, _ value: JSONValue, _ text: JSONValue) -> [String: JSONValue] {
        return [
            "question": .string(item.question), "value": value, "text": text, "by": .string(item.room),
            "source": item.detail["source"] ?? .null, "confidence": item.detail["confidence"] ?? .null,
            "position": item.detail["position"] ?? .null, "reason": item.note?.json ?? .null,
        ].merging(step(under: item)) { $1 }
    }

    /// What a State says it does, under its answer or observation.
    private func step(under item: ItemView) -> [String: JSONValue] {
        let step = children[item.id]?.first { $0.type == .step }
        return [
            "action": step?.body?.json ?? .null, "office": step?.note?.json ?? .null,
            "date": step?.detail["date"] ?? .null, "progress": step?.detail["progress"] ?? .null,
        ]
    }

    private func circulation(_ item: ItemView, _ value: JSONValue) -> [String: JSONValue] {
        let objections = (children[item.id] ?? []).filter { $0.type == .objection }
        return [
            "symbol": item.detail["symbol"] ?? .null, "languages": item.detail["languages"] ?? .null,
            "deadline": item.detail["deadline"] ?? .null, "status": value,
            "outcome": item.detail["outcome"] ?? .null,
            "objections": .array(
                objections.map {
                    .object([
                        "id": .string($0.id), "sort": $0.detail["sort"] ?? .null,
                        "status": .optional($0.value), "reason": $0.body?.json ?? .null,
                    ])
                }),
        ]
    }
}
