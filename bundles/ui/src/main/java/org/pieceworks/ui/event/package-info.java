/** What views tell each other. */
@Export
@Version("1.0.0")
package org.pieceworks.ui.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
