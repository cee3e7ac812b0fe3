import Disclosure
import Mandate
import Pack
import Record
import Storage

/// The acts of one transaction. It holds the log's head, which is locked, so that indexes have no gaps and
/// nothing forks.
struct PerformTransaction {
    private let registry: Registry
    private let connection: any Connection
    private let now: Instant
    private var writer: RecordWriter
    private var pack: Pack?
    private var packHash: String
    /// Found to hold their capacity in this transaction; forgotten when an act changes what people hold.
    private var authorised: Set<ActPerformer> = []

    init(_ registry: Registry, _ connection: any Connection, _ now: Instant) throws {
        self.registry = registry
        self.connection = connection
        self.now = now
        writer = try RecordWriter(lockingHeadOf: connection)
        pack = try registry.packInForce(connection)
        packHash = try PerformTransaction.packHash(connection)
    }

    /// Performs one act in the order in which answers are given: not visible, not allowed, not valid, not now.
    mutating func perform(_ call: ActCall) throws -> Performed {
        guard let act = registry.catalogue[call.kind] else { throw Refusal("act.unknown", .notFound) }
        let at = max(call.at ?? now, writer.lastAt)
        if !authorised.contains(call.performer) {
            try Self.authorise(call.performer, connection)
            authorised.insert(call.performer)
        }
        if act.readsRecord { try writer.flush(connection) }
        let standing = try standing(for: call.performer, at)
        try Self.checkReferences(act, call.fields, standing)
        try checkPerformer(act, call.performer, standing)
        let earlier = try standing.adoptedQuestions(named: call.fields, act)
        let validation = Validation(fields: act.fields, today: standing.today) { list, code in
            standing.pack?.holds(code, in: list) ?? false || list == .questions && earlier.contains(code)
        }
        let faults = validation.faults(in: call.fields)
        guard faults.isEmpty else { throw Refusal(faults: faults) }
        try checkVersions(act, call.fields, standing)
        let input = try prepare(act, call, standing)
        try checkMadeVersions(act, call.fields, input, standing)
        return try carryOut(try act.init(input), input, call.performer, at, standing)
    }

    /// What a performer sees at this point of the transaction.
    ///
    /// - Throws: `Refusal` for whoever no longer holds their capacity.
    func reader(for performer: ActPerformer) throws -> Reader {
        try Self.authorise(performer, connection)
        return try standing(for: performer, max(now, writer.lastAt)).reader
    }

    /// Writes the head: once for all acts.
    mutating func finish() throws { try writer.finish(connection) }

    private mutating func carryOut(
        _ act: any Act, _ input: Input, _ performer: ActPerformer, _ at: Instant, _ standing: Standing
    ) throws -> Performed {
        try act.check(standing)
        let kind = type(of: act).kind
        let authority =
            pack?.authority(type(of: act).authority.rawValue, on: standing.today.description) ?? []
        let objects = ObjectReference.named(by: type(of: act).fields, in: input)
        let appended = try writer.append(
            to: connection, at: at, pack: packHash, who: performer.json,
            act: .object([
                "kind": .string(kind.rawValue), "authority": .array(authority.map { .string($0) }),
            ]),
            objects: .array(objects.map(\.json)), fields: .object(input.values),
            random: registry.surroundings.random)
        try Derivation.entry(
            appended, kind: kind, performer: performer, objects: objects,
            isAboutAccounts: type(of: act).isAboutAccounts, connection)
        let entry = RecordEntry(
            index: appended.index, id: EntryID(appended.id), at: at, pack: pack, performer: performer)
        let shelf = connection
        let tables = Tables(connection: connection) { try PackShelf.files(of: $0, shelf) }
        try act.apply(to: tables, entry)
        try Derivation.readers(act.entryReaders, of: appended.index, objects, connection)
        if type(of: act).isAboutAccounts { authorised = [] }
        if act is AdoptPack {
            pack = try registry.packInForce(connection)
            packHash = try Self.packHash(connection)
            try keepPackVersion(adoptedBy: appended.index)
        }
        try SearchIndex.refresh(objects, connection, pack)
        return Performed(
            entry: entry.id, kind: kind, at: at, objects: objects,
            receipt: appended.receipt(kind: kind, signedBy: registry.signingKey), index: appended.index)
    }

    /// The record's own list of adopted packs; one that is adopted again stays under its first adoption.
    private func keepPackVersion(adoptedBy index: Int) throws {
        guard let pack else { return }
        try connection.execute(
            """
            INSERT INTO pack_version (hash, name, version, adopted_by)
            VALUES (:hash, :name, :version, :entry) ON CONFLICT (hash) DO NOTHING
            """, ["hash": packHash, "name": pack.name, "version": pack.version, "entry": index])
    }

    private func standing(for performer: ActPerformer, _ at: Instant) throws -> Standing {
        let viewer = registry.viewer(of: performer, pack)
        let reader = try registry.reader(connection, viewer, nil, at, pack).knowingShape()
        return Standing(
            reader: reader, performer: performer, pack: pack, today: reader.asOf.day,
            guarded: GuardedChecks(connection: connection))
    }

    private func prepare(_ act: any Act.Type, _ call: ActCall, _ standing: Standing) throws -> Input {
        let surroundings = registry.surroundings
        var draft = ActDraft(values: call.fields.merging(call.made) { $1 }) { surroundings.newID() }
        for field in act.fields {
            if case .new = field.kind, draft.values[field.name] == nil {
                draft.values[field.name] = .string(draft.makeID())
            }
            if case .version = field.kind { draft.values[field.name] = nil }
        }
        try act.prepare(&draft, standing)
        return draft.input
    }

    private func checkPerformer(_ act: any Act.Type, _ performer: ActPerformer, _ standing: Standing) throws {
        let wanted: Performer = performer.capacity.map { .capacity($0) } ?? .console
        guard act.performers.contains(wanted) else {
            let who = act.performers.compactMap {
                if case .capacity(let one) = $0 { one.rawValue } else { nil }
            }
            throw Refusal("act.not-allowed", .notAllowed, ["capacities": who.joined(separator: ", ")])
        }
        // Before the first pack there is no authority to resolve; adopting it is how one comes.
        guard let pack else {
            guard act is AdoptPack.Type else { throw Refusal("act.no-pack", .notNow) }
            return
        }
        guard !pack.authority(act.authority.rawValue, on: standing.today.description).isEmpty else {
            throw Refusal("act.no-authority", .notAllowed, ["authority": act.authority.rawValue])
        }
    }

    private func checkVersions(
        _ act: any Act.Type, _ fields: [String: JSONValue], _ standing: Standing
    ) throws {
        for field in act.fields {
            guard case .version(let of) = field.kind, let given = fields[field.name]?.string,
                let target = act.fields.first(where: { $0.name == of }),
                case .reference(let type) = target.kind,
                let id = fields[of]?.string, let current = try standing.reader.representation(type, id)
            else { continue }
            if current["version"]?.string != given {
                let object = ObjectReference(type, id)
                throw Refusal(
                    conflict: Conflict(
                        object: object, current: current,
                        changedBy: try standing.reader.lastChangeInOwnRoom(of: object)))
            }
        }
    }

    /// Versions of what an act makes where it is not there yet: known only once the act is prepared.
    private func checkMadeVersions(
        _ act: any Act.Type, _ fields: [String: JSONValue], _ input: Input, _ standing: Standing
    ) throws {
        for field in act.fields {
            guard case .version(let of) = field.kind, let given = fields[field.name]?.string,
                let target = act.fields.first(where: { $0.name == of }), case .new(let type) = target.kind,
                let id = input.values[of]?.string
            else { continue }
            let current = try standing.reader.representation(type, id)
            guard current?["version"]?.string ?? Self.noVersion != given else { continue }
            let object = ObjectReference(type, id)
            throw Refusal(
                conflict: Conflict(
                    object: object, current: current ?? .null,
                    changedBy: try current.flatMap { _ in
                        try standing.reader.lastChangeInOwnRoom(of: object)
                    }))
        }
    }

    /// In place of the version of what was not there.
    static let noVersion = "none"

    private static func packHash(_ connection: any Connection) throws -> String {
        try connection.query("SELECT pack_hash FROM pack_in_force WHERE until_entry IS NULL", [:])
            .first?.get("pack_hash") ?? ""
    }

    /// Refuses whoever no longer holds the capacity in which they act.
    static func authorise(_ performer: ActPerformer, _ connection: any Connection) throws {
        guard let person = performer.person, let grant = performer.grant else { return }
        let rows = try connection.query(
            """
            SELECT id FROM capacity_grant
             WHERE id = :grant AND person_id = :person AND confirmed_by IS NOT NULL AND ended_by IS NULL
            """, ["grant": grant, "person": person])
        guard !rows.isEmpty else { throw Refusal("sign-in.capacity-ended", .notSignedIn) }
    }

    private static func checkReferences(
        _ act: any Act.Type, _ fields: [String: JSONValue], _ standing: Standing
    ) throws {
        for field in act.fields {
            let type: ObjectType
            switch field.kind {
            case .reference(let one), .references(let one): type = one
            default: continue
            }
            let named = fields[field.name].map {
                $0.string.map { [$0] } ?? $0.array?.compactMap(\.string) ?? []
            }
            for id in named ?? [] where try !standing.sees(type, id) {
                throw Refusal("object.not-found", .notFound, ["field": field.name])
            }
        }
    }
}

extension ObjectReference {
    /// The objects that an act's fields name: new ones first, then those referred to.
    static func named(by fields: [FieldDescription], in input: Input) -> [ObjectReference] {
        func values(_ pick: (FieldKind) -> ObjectType?) -> [ObjectReference] {
            fields.flatMap { field -> [ObjectReference] in
                guard let type = pick(field.kind), let value = input.values[field.name] else { return [] }
                let ids = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
                return ids.map { ObjectReference(type, $0) }
            }
        }
        let made = values { if case .new(let type) = $0 { type } else { nil } }
        let named = values {
            switch $0 {
            case .reference(let type), .references(let type): type
            default: nil
            }
        }
        return made + named.filter { !made.contains($0) }
    }
}
