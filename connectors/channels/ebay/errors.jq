# What an answer says is wrong, in eBay's words.
[(.errors // .warnings // [])[] | "\(.errorId): \(.longMessage // .message)"] | if . == [] then empty else join("; ") end
