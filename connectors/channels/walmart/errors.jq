# What Walmart says is wrong; it writes its errors in four shapes.
[(.errors?.error?, .errors?, .error?, .list?.errors?) | arrays]
| add // []
| [.[] | [.code, .description // .message // .info] | map(strings) | join(": ")]
| if . == [] then empty else join("; ") end
