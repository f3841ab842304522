/** What views of the desktop workbench are, and what they may ask of it. */
@Export
@Version("1.0.0")
package org.pieceworks.ui;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
