/** Words and numbers as reports write them. */
@Export
@Version("1.0.0")
package org.pieceworks.report.words;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
