/** Speed and memory of the workbench's own services. */
@Export
@Version("1.0.0")
package org.pieceworks.bench;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
