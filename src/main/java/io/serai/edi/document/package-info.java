/** The canonical form of each document: what it means, whatever standard it was written in. */
package io.serai.edi.document;
