/** The channels' official descriptions, and whether what a hub sends keeps them. */
package io.serai.sandbox.contract;
