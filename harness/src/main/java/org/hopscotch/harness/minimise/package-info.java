/// What may be cut from a scenario without its finding becoming another one.
package org.hopscotch.harness.minimise;
