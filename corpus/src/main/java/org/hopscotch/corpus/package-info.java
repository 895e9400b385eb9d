/// What is kept, and the one reader or writer of each of its formats: stream files as QEMU writes
/// them ({@link org.hopscotch.corpus.StreamFile}) and the JSON in which they describe themselves
/// ({@link org.hopscotch.corpus.DescriptionJson}).
package org.hopscotch.corpus;
