/// How what was found is told; nothing is decided here. Decoded streams as text
/// ({@link org.hopscotch.reports.StreamText}) or JSON ({@link org.hopscotch.reports.StreamJson}),
/// and the result of a run ({@link org.hopscotch.reports.RunResult}) in both.
package org.hopscotch.reports;
