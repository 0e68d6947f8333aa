/**
 * What a person may do to an order: hold it and let it go on, plan it anew, have another supplier
 * ship a line, cancel units. Each deed is one transaction, stands in the order's timeline and in
 * the audit log, and changes nothing when it is done twice.
 */
package io.serai.action;
