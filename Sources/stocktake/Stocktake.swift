import ArgumentParser
import GRDB
import Hummingbird

@main struct Stocktake: AsyncParsableCommand {
    func run() async throws { print("hello") }
}
