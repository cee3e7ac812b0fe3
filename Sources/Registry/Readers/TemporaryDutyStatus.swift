public enum DutyStatus: String, CaseIterable, Sendable, Hashable { case upcoming, due, overdue, fulfilled, spent, renewed }
