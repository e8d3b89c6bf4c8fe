import ArgumentParser
import RushesCommands

@main
enum Rushes {
    static func main() { RushesCommand.start() }
}
