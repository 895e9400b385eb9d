/// How well the harness finds what is wrong, measured with defects that are planted on purpose:
/// unsound steps in otherwise sound histories, and engines that are wrong. For each it is seen
/// after how many drawn cases it shows, how small it is made, and whether it goes by one name;
/// docs/sensitivity.md says how to read the figures.
///
/// {@link org.hopscotch.harness.sensitivity.Sought} is a defect and how to draw cases that could
/// show it; {@link org.hopscotch.harness.sensitivity.Seeking} draws them until one does.
/// {@link org.hopscotch.harness.sensitivity.SmallScenarios} says what the least is that shows it.
package org.hopscotch.harness.sensitivity;
