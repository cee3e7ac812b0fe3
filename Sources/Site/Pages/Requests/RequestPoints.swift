import HTML
import Registry
import Words

/// The questions of a request with the State's replies, and what whoever looks may do about each.
struct RequestPoints: Sendable {
    let request: RequestView
    /// Names of the officials who have a question in hand, by its number.
    let handed: [String: [String]]
    let isOfState: Bool
    /// Whether whoever looks sees only what was handed to them.
    let isOfficial: Bool
    let mayReply: Bool
    let mayHand: Bool
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words(isOfficial ? "request.questions-handed" : "request.questions"), id: "questions") {
                html in
                html.ol(.class("plain request-points")) { html in
                    for (point, reply) in request.points {
                        html.li(.id("point-\(point.question)")) { write(point, reply, &$0, words) }
                    }
                }
            })
    }

    private func write(_ point: ItemView, _ reply: ItemView?, _ html: inout HTML, _ words: Words) {
        html.h3 { html in
            html.text("\(point.question). ")
            html.wording(point.body, languages, words)
        }
        if let names = handed[point.question], !isOfficial {
            html.p(.class("about"), text: words("request.handed", ["names": words.list(names)]))
        }
        if let reply {
            html.p(.class("who-may"), text: words(standing(of: reply)))
            html.div(.class("running-text")) { $0.wording(reply.body, languages, words) }
        } else {
            html.p(
                .class("empty"), text: words(isOfState ? "request.no-draft" : "request.no-reply"))
        }
        ways(point, reply, &html, words)
    }

    /// Where a reply stands, in words: sent, or how far it is in the State's room.
    private func standing(of reply: ItemView) -> String {
        if request.wasAnswered { return "request.reply-sent" }
        if reply.value == ReplyStage.toValidate.rawValue {
            return isOfficial ? "request.reply-to-be-validated" : "request.reply-to-validate"
        }
        return reply.value == ReplyStage.validated.rawValue
            ? "request.reply-validated" : "request.reply-draft"
    }

    private func ways(_ point: ItemView, _ reply: ItemView?, _ html: inout HTML, _ words: Words) {
        var ways: [(act: String, field: String, id: String, text: String)] = []
        if mayReply {
            ways.append(
                (
                    DraftRequestReply.kind.rawValue, "point", point.id,
                    words("request.reply-to", ["number": point.question])
                ))
        }
        if mayHand, let reply, reply.value == ReplyStage.toValidate.rawValue {
            ways.append(
                (
                    ValidateRequestReply.kind.rawValue, "reply", reply.id,
                    words("request.validate", ["number": point.question])
                ))
        }
        if mayHand {
            ways.append(
                (
                    HandRequestPoint.kind.rawValue, "point", point.id,
                    words("request.hand", ["number": point.question])
                ))
        }
        guard !ways.isEmpty else { return }
        html.p(.class("actions")) { html in
            for way in ways {
                html.a(
                    .class("button"),
                    .href(
                        CaseActs.address(
                            way.act, [way.field: way.id], next: .request(request.item.id),
                            anchor: "#point-\(point.question)")),
                    text: way.text)
            }
        }
    }
}
