import RushesCommands
try harness(CommandLine.arguments)
