/// Long passwords that are tried first: well-known ones, repetitions, rows of the keyboard and of digits.
enum CommonPasswords {
    /// In lower case.
    static func contains(_ password: String) -> Bool {
        let characters = Array(password)
        return known.contains(password) || isRepeated(characters) || isRun(characters)
    }

    private static let known: Set<String> = [
        "password1234", "password12345", "password123456", "passwordpassword", "password123!", "password2024",
        "password2025", "password2026", "password2027", "p@ssw0rd1234", "p@ssword1234", "p@ssw0rd123!",
        "correcthorsebatterystaple", "correct horse battery staple", "iloveyou1234", "iloveyou12345",
        "letmein12345", "letmein123456", "welcome12345", "welcome123456", "welcome2024!", "welcome2025!",
        "welcome2026!", "changeme1234", "changeme12345", "changeme123!", "administrator", "administrator1",
        "admin1234567", "admin12345678", "adminadminadmin", "qwerty123456", "qwerty1234567", "qwertyuiop12",
        "qwertyuiop123", "qwerty12345678", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u", "1qaz2wsx3edc",
        "1qaz2wsx3edc4rfv",
        "zaq12wsxcde3", "q1w2e3r4t5y6", "asdfghjkl123", "abcdef123456", "abcd12345678", "abc123456789",
        "abcdefg12345", "a1b2c3d4e5f6", "123qweasdzxc", "123456qwerty", "123456789abc", "123456789qwe",
        "dragon123456", "monkey123456", "sunshine1234", "princess1234", "football1234", "baseball1234",
        "superman1234", "trustno11234", "woaini123456", "woaini1314520", "5201314520131", "wodemima123456",
        "motdepasse123", "motdepasse1234", "contrasena123", "contraseña123", "unitednations",
        "unitednations1",
        "united nations", "stocktake1234", "stocktake2026", "stocktakestocktake", "counterterrorism",
        "counter-terrorism", "terrorism1234", "securitycouncil", "security council", "newyork12345",
        "thisismypassword", "mypassword123", "mypassword1234", "secretpassword", "secret123456",
        "internet1234", "computer1234", "michael12345", "whatever1234", "summer202600", "winter202600",
        "defaultpassword", "temporary1234", "temppassword1", "testtesttest", "test12345678", "guest1234567",
    ]

    /// A piece of at most six characters, again and again.
    private static func isRepeated(_ characters: [Character]) -> Bool {
        (1...6).contains { length in
            characters.count >= 2 * length
                && characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
        }
    }

    /// Part of a row, forwards or backwards.
    private static func isRun(_ characters: [Character]) -> Bool {
        let text = String(characters)
        let rows = [
            "01234567890123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop[]asdfghjkl;'zxcvbnm,./", "1234567890-=qwertyuiop",
        ]
        return rows.contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }
}
