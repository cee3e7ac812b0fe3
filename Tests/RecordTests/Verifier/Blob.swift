import Foundation
import Record

/// Bytes as a dump holds them.
func blob(_ bytes: [UInt8]) -> JSONValue { .string(Data(bytes).base64EncodedString()) }

func bytes(ofBlob value: JSONValue?) -> [UInt8] { Array(Data(base64Encoded: value?.string ?? "") ?? Data()) }
