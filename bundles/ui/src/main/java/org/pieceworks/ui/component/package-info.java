/** Small components that views have in common. */
@Export
@Version("1.0.0")
package org.pieceworks.ui.component;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
