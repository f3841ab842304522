/** Charts of runs: which there are, and their drawing, as reports show them. */
@Export
@Version("1.0.0")
package org.pieceworks.report.chart;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
