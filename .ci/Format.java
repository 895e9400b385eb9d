/// Checks the layout of every Java source of the tree, or with `write` puts it right.
/// Doc comments stay as their author wrote them.

import com.google.googlejavaformat.java.Main;

void main(String[] args) throws Exception {
  var write = args.length == 1 && args[0].equals("write");
  var command = new ArrayList<String>();
  command.add("--skip-javadoc-formatting");
  command.add(write ? "--replace" : "--dry-run");
  var options = command.size();
  try (var modules =
      Files.newDirectoryStream(Path.of(""), module -> Files.isDirectory(module.resolve("src")))) {
    for (var module : modules) {
      try (var tree = Files.walk(module.resolve("src"))) {
        tree.map(Path::toString)
            .filter(file -> file.endsWith(".java"))
            .sorted()
            .forEach(command::add);
      }
    }
  }
  if (command.size() == options) {
    return;
  }
  var changed = new StringWriter();
  var status =
      new Main(new PrintWriter(changed, true), new PrintWriter(System.err, true), System.in)
          .format(command.toArray(String[]::new));
  if (status != 0) {
    System.exit(status);
  }
  if (!changed.toString().isBlank()) {
    System.err.printf(
        "Not formatted:%n%s'mvn -Pformat validate' formats them.%n", changed.toString().indent(2));
    System.exit(1);
  }
}
