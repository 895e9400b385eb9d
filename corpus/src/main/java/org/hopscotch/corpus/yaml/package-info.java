/// The YAML in which people write and read what the model has: a section in
/// {@link org.hopscotch.corpus.yaml.SectionYaml}, a device's state in
/// {@link org.hopscotch.corpus.yaml.StateYaml}, both together in
/// {@link org.hopscotch.corpus.yaml.GuestYaml}, a whole case in
/// {@link org.hopscotch.corpus.yaml.CaseYaml}. Reading undoes printing. A stream, in
/// {@link org.hopscotch.corpus.yaml.StreamYaml}, is printed only: its own form is its bytes.
///
/// One text has one meaning: no anchors, no tags, no key twice, no key that nothing knows. What
/// cannot be read is a {@link org.hopscotch.corpus.yaml.YamlException} with its place; of a case
/// all that is wrong is told at once, by a {@link org.hopscotch.corpus.yaml.CaseException}.
///
/// Each thing has a file `...Yaml` that reads and prints it. A reader takes what it knows from
/// `Entries` and goes on with something else where it cannot read; `Reading` collects what is wrong
/// and knows where each thing was. What only shows when all was read, such as a name that nothing
/// has, is found by the `...Checks`.
package org.hopscotch.corpus.yaml;
