/// Real streams: {@link org.hopscotch.harness.stream.StreamVerifier} proves that one was
/// understood.
package org.hopscotch.harness.stream;
