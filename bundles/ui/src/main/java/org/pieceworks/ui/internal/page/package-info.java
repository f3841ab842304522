/** Pages of XHTML, laid out away from the event thread. */
package org.pieceworks.ui.internal.page;
