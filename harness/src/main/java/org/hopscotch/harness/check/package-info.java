/// Promises in somebody's own tests: a scenario, a case or a device's story in Java is judged by
/// {@link org.hopscotch.harness.check.Promises}, and what it breaks is an AssertionError that tells
/// what happened and how to see it again.
package org.hopscotch.harness.check;
