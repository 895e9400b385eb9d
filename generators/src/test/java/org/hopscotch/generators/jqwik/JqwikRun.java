package org.hopscotch.generators.jqwik;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// What came out of a property that is run by itself.
///
/// @param failures what the property threw in the end, for its smallest sample
/// @param report what jqwik printed
record JqwikRun(List<String> failures, String report) {

  /// Runs the only property of this name in the class.
  static JqwikRun of(Class<?> properties, String name, Class<?>... parameters) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(properties, name, parameters))
            .filters(EngineFilter.includeEngines("jqwik"))
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .build();
    Listener listener = new Listener();
    LauncherFactory.create().execute(request, listener);
    return new JqwikRun(listener.failures, listener.report.toString());
  }

  private static final class Listener implements TestExecutionListener {
    private final List<String> failures = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result.getThrowable().ifPresent(thrown -> failures.add(thrown.getMessage()));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      entry.getKeyValuePairs().values().forEach(report::append);
    }
  }
}
