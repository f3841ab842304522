/** Components and models that several views of results share. */
package org.pieceworks.ui.internal.component;
