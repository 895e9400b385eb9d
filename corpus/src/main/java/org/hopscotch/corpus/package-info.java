/// What is kept, and the one reader or writer of each of its formats: stream files as QEMU writes
/// them ({@link org.hopscotch.corpus.StreamFile}), the JSON in which they describe themselves
/// ({@link org.hopscotch.corpus.DescriptionJson}), the schemas that follow from it
/// ({@link org.hopscotch.corpus.DescribedSection}), and
/// {@link org.hopscotch.corpus.Vectors vectors}: single bodies that QEMU's own code wrote, against
/// which {@link org.hopscotch.corpus.VectorCheck} holds ours. What people write is in
/// `corpus.yaml`.
package org.hopscotch.corpus;
