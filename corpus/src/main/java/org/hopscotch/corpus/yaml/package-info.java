/// The YAML in which people write and read what the model has: a section in
/// {@link org.hopscotch.corpus.yaml.SectionYaml}, a device's state in
/// {@link org.hopscotch.corpus.yaml.StateYaml}, both together in
/// {@link org.hopscotch.corpus.yaml.GuestYaml}. Reading undoes printing. A stream, in
/// {@link org.hopscotch.corpus.yaml.StreamYaml}, is printed only: its own form is its bytes.
///
/// One text has one meaning: no anchors, no tags, no key twice, no key that nothing knows. What
/// cannot be read is a {@link org.hopscotch.corpus.yaml.YamlException} with its place.
package org.hopscotch.corpus.yaml;
