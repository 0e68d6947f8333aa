/** Whether the hub can do its work. */
package io.serai.health;
