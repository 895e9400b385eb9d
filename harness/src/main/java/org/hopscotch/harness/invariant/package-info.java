/// The promises, one a file, each named for what it promises. They judge; they draw nothing and
/// print nothing.
package org.hopscotch.harness.invariant;
