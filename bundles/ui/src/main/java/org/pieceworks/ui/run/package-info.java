/** The runs that were started from the window. */
@Export
@Version("1.0.0")
package org.pieceworks.ui.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
