import Documents

/// Documents to write and to open elsewhere.
enum Samples {
    static func document(
        language: String = "en", isRightToLeft: Bool = false, title: String = "Overview: Freedonia",
        blocks: [Block] = Samples.blocks
    ) -> Document {
        Document(
            title: title, subject: "Assessment, cycle 3", issuer: "The Directorate", language: language,
            isRightToLeft: isRightToLeft, date: "2027-01-15",
            marking: ["CONFIDENTIAL", "Made for: Ada Example", "15 January 2027"],
            pageNumber: PageNumberPart.parts { "Page \($0) of \($1)" }, blocks: blocks)
    }

    static let blocks: [Block] = [
        .facts([.init("State", "Freedonia"), .init("Stage", "adopted")]),
        .heading(1, "Implementation"), .heading(2, "Borders"),
        .paragraph("A law is & in <force>, \"since\" 2020."),
        .paragraph(Line([Span("Said: "), Span("法律", language: "zh-Hans"), Span(" now", isStrong: true)])),
        .list(["One", "Two"]),
        .table(
            Table(
                "Adopted", columns: [.init("Requirement", share: 3), .init("Rests on"), .init("Value")],
                rows: [["Watch lists", "2396 (2017), OP 13", "partly"], ["Records", "–", "largely"]])),
        .paragraph("A note", .note),
    ]
}
