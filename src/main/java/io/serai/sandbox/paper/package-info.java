/**
 * How suppliers read what they are asked and write what they have to say, in each of the formats. A
 * reading of its own: what the hub writes and reads is not used here, but for the interchanges of
 * X12 and EDIFACT, whose library has tests against files of others.
 */
package io.serai.sandbox.paper;
