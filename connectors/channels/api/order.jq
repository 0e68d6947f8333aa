# What is pushed is the canonical order already, with its channel.
del(.channel)
