/// What is judged: something that starts hosts, saves their guests and loads streams. The engine of
/// this project is one {@link org.hopscotch.harness.subject.Subject}, a real QEMU another; the same
/// invariants judge both, since all they need is what is saved.
package org.hopscotch.harness.subject;
